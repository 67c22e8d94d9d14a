#!/bin/bash
# Drives a host of Hyper-V by wsl, Debian's shell client of WS-Management (by curl): what it gets, one line each.
#   wsl_client.sh HOST:PORT USER PASSWORD CA
set -euo pipefail
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
export HOME=$directory WSENDPOINT=$1 WSUSER=$2 WSPASS=$3 KEEPHISTORY=0 OUTLEVEL=1
# It trusts a file of this name.
cp "$4" "$1.crt"
# Its message ids are bare; a host of Windows gives its own as `uuid:`, and is given them so.
mkdir bin
printf '#!/bin/sh\necho "uuid:$(cat /proc/sys/kernel/random/uuid)"\n' >bin/uuidgen
chmod +x bin/uuidgen
PATH=$directory/bin:/usr/bin:/bin

wmi=http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2
guid=0ED0B4A1-6C7F-4F3B-9A52-3C1D5E0839E4
texts() { grep -o "<[a-z]*:$1>[^<]*" | sed 's/^[^>]*>/'"$1"' /'; }
reference() { # class, and the words of its selectors
  local class=$1 word
  shift
  echo '<wsa:EndpointReference>'
  echo '<wsa:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</wsa:Address>'
  echo '<wsa:ReferenceParameters>'
  echo "<wsman:ResourceURI>$wmi/$class</wsman:ResourceURI>"
  echo '<wsman:SelectorSet>'
  for word; do echo "<wsman:Selector Name=\"${word%%=*}\">${word#*=}</wsman:Selector>"; done
  echo '</wsman:SelectorSet>'
  echo '</wsa:ReferenceParameters>'
  echo '</wsa:EndpointReference>'
}

wslid check | texts ProductVendor
wslenum "$wmi/*" -dialect http://schemas.microsoft.com/wbem/wsman/1/WQL \
  -filter 'SELECT * FROM Msvm_ComputerSystem' -opti 2 | texts ElementName
wslget "$wmi/Msvm_ComputerSystem" CreationClassName=Msvm_ComputerSystem "Name=$guid" | texts EnabledState
reference Msvm_VirtualSystemManagementService CreationClassName=Msvm_VirtualSystemManagementService Name=vmms \
  SystemCreationClassName=Msvm_ComputerSystem SystemName=HV01 >service.xml
reference Msvm_ComputerSystem CreationClassName=Msvm_ComputerSystem "Name=$guid" >system.xml
property() { echo "&lt;PROPERTY NAME=\"$1\" TYPE=\"$2\"&gt;&lt;VALUE&gt;$3&lt;/VALUE&gt;&lt;/PROPERTY&gt;"; }
echo "&lt;INSTANCE CLASSNAME=\"Msvm_KvpExchangeDataItem\"&gt;$(property Name string 'from a shell')$(
  property Data string '1 &amp;lt; 2'
)$(property Source uint16 0)&lt;/INSTANCE&gt;" >item.xml
wslinvoke "$wmi/Msvm_VirtualSystemManagementService" AddKvpItems TargetSystem=FILE:system.xml \
  DataItems=RFILE:item.xml -inst service.xml | texts ReturnValue
