"""Drives a host of Hyper-V by pypsrp's WSMan, whose NTLM is pyspnego's. What it gets is printed as JSON.

psrp_client.py HOST PORT USER PASSWORD
"""
import json
import sys
import xml.etree.ElementTree as ET

from pypsrp.exceptions import WSManFaultError
from pypsrp.wsman import NAMESPACES, SelectorSet, WSMan

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

missing = SelectorSet()
missing.add_option("CreationClassName", "Msvm_ComputerSystem")
missing.add_option("Name", "no")
try:
    wsman.get(WMI + "Msvm_ComputerSystem", selector_set=missing)
except WSManFaultError as error:
    found["fault"] = [str(error.code)]

SERVICE = WMI + "Msvm_VirtualSystemManagementService"
service = SelectorSet()
for name, value in (
    ("CreationClassName", "Msvm_VirtualSystemManagementService"),
    ("Name", "vmms"),
    ("SystemCreationClassName", "Msvm_ComputerSystem"),
    ("SystemName", "HV01"),
):
    service.add_option(name, value)
call = ET.Element("{%s}AddKvpItems_INPUT" % SERVICE)
target = ET.SubElement(call, "{%s}TargetSystem" % SERVICE)
ADDRESSING = NAMESPACES["wsa"]
ET.SubElement(target, "{%s}Address" % ADDRESSING).text = ADDRESSING + "/role/anonymous"
parameters = ET.SubElement(target, "{%s}ReferenceParameters" % ADDRESSING)
ET.SubElement(parameters, "{%s}ResourceURI" % NAMESPACES["wsman"]).text = WMI + "Msvm_ComputerSystem"
parameters.append(keys.pack())
ET.SubElement(call, "{%s}DataItems" % SERVICE).text = (
    '<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem"><PROPERTY NAME="Name" TYPE="string"><VALUE>from pypsrp</VALUE>'
    '</PROPERTY><PROPERTY NAME="Data" TYPE="string"><VALUE>1 &lt; 2</VALUE></PROPERTY>'
    '<PROPERTY NAME="Source" TYPE="uint16"><VALUE>0</VALUE></PROPERTY></INSTANCE>'
)
found["add"] = texts(wsman.invoke(SERVICE + "/AddKvpItems", SERVICE, call, selector_set=service), "ReturnValue")
print(json.dumps(found))
