"""Drives a host of Hyper-V by pywinrm, which is Debian's python3-winrm: what it says and what it gets is printed as JSON.

winrm_client.py URL USER PASSWORD basic|ntlm CA
"""
import hashlib
import json
import re
import sys
import xml.etree.ElementTree as ET

# OpenSSL 3 has no MD4, and Python's hashlib only what OpenSSL has.
from Cryptodome.Hash import MD4

new = hashlib.new
hashlib.new = lambda name, data=b"", **more: MD4.new(data) if name == "md4" else new(name, data, **more)

import xmltodict  # noqa: E402
from winrm.exceptions import WinRMError  # noqa: E402
from winrm.protocol import Protocol  # noqa: E402

url, user, password, login, ca = sys.argv[1:]
protocol = Protocol(
    url, transport=login, username=user, password=password, ca_trust_path=ca if url.startswith("https") else None
)
WMI = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/"
ENUMERATION = "http://schemas.xmlsoap.org/ws/2004/09/enumeration"
GUID = "0ED0B4A1-6C7F-4F3B-9A52-3C1D5E0839E4"


def send(action, resource, body, selectors=None):
    envelope = protocol._get_soap_header(action=action, resource_uri=resource)
    if selectors:
        envelope["env:Header"]["w:SelectorSet"] = {
            "w:Selector": [{"@Name": name, "#text": value} for name, value in selectors.items()]
        }
    envelope["env:Body"] = body
    return protocol.send_message(xmltodict.unparse({"env:Envelope": envelope}))


def texts(answer, name):
    return [one.text or "" for one in ET.fromstring(answer).iter() if one.tag.split("}")[-1] == name]


found = {}
query = {
    "n:Enumerate": {
        "w:OptimizeEnumeration": None,
        "w:MaxElements": "2",
        "w:Filter": {
            "@Dialect": "http://schemas.microsoft.com/wbem/wsman/1/WQL",
            "#text": "SELECT * FROM Msvm_ComputerSystem",
        },
    }
}
answer = send(ENUMERATION + "/Enumerate", WMI + "*", query)
names = texts(answer, "ElementName")
while not texts(answer, "EndOfSequence"):
    context = texts(answer, "EnumerationContext")[0]
    pull = {"n:Pull": {"n:EnumerationContext": context, "n:MaxElements": "2"}}
    answer = send(ENUMERATION + "/Pull", WMI + "*", pull)
    names += texts(answer, "ElementName")
found["names"] = names

keys = {"CreationClassName": "Msvm_ComputerSystem", "Name": GUID}
got = send("http://schemas.xmlsoap.org/ws/2004/09/transfer/Get", WMI + "Msvm_ComputerSystem", None, keys)
found["get"] = texts(got, "ElementName") + texts(got, "EnabledState")

try:
    send("http://schemas.xmlsoap.org/ws/2004/09/transfer/Get", WMI + "Msvm_ComputerSystem", None, {**keys, "Name": "no"})
except WinRMError as error:
    found["fault"] = re.search(r"'wsmanfault_code': '(\d+)'", str(error)).group(1)

item = (
    '<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem"><PROPERTY NAME="Name" TYPE="string"><VALUE>from python</VALUE></PROPERTY>'
    '<PROPERTY NAME="Data" TYPE="string"><VALUE>1 &lt; 2</VALUE></PROPERTY>'
    '<PROPERTY NAME="Source" TYPE="uint16"><VALUE>0</VALUE></PROPERTY></INSTANCE>'
)
service = WMI + "Msvm_VirtualSystemManagementService"
target = {
    "a:Address": "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous",
    "a:ReferenceParameters": {
        "w:ResourceURI": WMI + "Msvm_ComputerSystem",
        "w:SelectorSet": {"w:Selector": [{"@Name": name, "#text": value} for name, value in keys.items()]},
    },
}
add = send(
    service + "/AddKvpItems",
    service,
    {"p:AddKvpItems_INPUT": {"@xmlns:p": service, "p:TargetSystem": target, "p:DataItems": item}},
    {
        "CreationClassName": "Msvm_VirtualSystemManagementService",
        "Name": "vmms",
        "SystemCreationClassName": "Msvm_ComputerSystem",
        "SystemName": "HV01",
    },
)
found["add"] = texts(add, "ReturnValue")
print(json.dumps(found))
