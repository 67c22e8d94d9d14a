"""Drives a host of Hyper-V by pypsrp's WSMan, whose NTLM is pyspnego's. What it gets is printed as JSON.

psrp_client.py HOST PORT USER PASSWORD
"""
import json
import sys
import xml.etree.ElementTree as ET

from pypsrp.wsman import NAMESPACES, SelectorSet, WSMan, WSManAction

host, port, user, password = sys.argv[1:]
wsman = WSMan(host, port=int(port), username=user, password=password, ssl=False, auth="ntlm", encryption="always")
WMI = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/"
GUID = "0ED0B4A1-6C7F-4F3B-9A52-3C1D5E0839E4"


def texts(element, name):
    return [one.text or "" for one in element.iter() if one.tag.split("}")[-1] == name]


found = {}
enumerate_ = ET.Element("{%s}Enumerate" % NAMESPACES["wsen"])
ET.SubElement(enumerate_, "{%s}OptimizeEnumeration" % NAMESPACES["wsman"])
ET.SubElement(enumerate_, "{%s}MaxElements" % NAMESPACES["wsman"]).text = "3"
query = ET.SubElement(
    enumerate_, "{%s}Filter" % NAMESPACES["wsman"], Dialect="http://schemas.microsoft.com/wbem/wsman/1/WQL"
)
query.text = "SELECT * FROM Msvm_ComputerSystem"
answer = wsman.enumerate(WMI + "*", enumerate_)
names = texts(answer, "ElementName")
while not texts(answer, "EndOfSequence"):
    pull = ET.Element("{%s}Pull" % NAMESPACES["wsen"])
    ET.SubElement(pull, "{%s}EnumerationContext" % NAMESPACES["wsen"]).text = texts(answer, "EnumerationContext")[0]
    answer = wsman.pull(WMI + "*", pull)
    names += texts(answer, "ElementName")
found["names"] = names

keys = SelectorSet()
keys.add_option("CreationClassName", "Msvm_ComputerSystem")
keys.add_option("Name", GUID)
found["get"] = texts(wsman.get(WMI + "Msvm_ComputerSystem", selector_set=keys), "ElementName")
print(json.dumps(found))
