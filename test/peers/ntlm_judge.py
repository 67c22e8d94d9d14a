"""Judges messages of NTLM by impacket, which is Debian's python3-impacket, and makes some of its own. JSON in, JSON out.

ntlm_judge.py read     our three messages and a sealed one: what impacket makes of them
ntlm_judge.py begin    impacket's first message
ntlm_judge.py answer   its third one to our challenge, with a sealed message behind it
"""
import json
import sys

from Cryptodome.Cipher import ARC4
from impacket import ntlm

given = {name: bytes.fromhex(value) if name not in ("user", "domain", "password") else value
         for name, value in json.load(sys.stdin).items()}


def sealing(flags, key, way):
    mode = "Client" if way == "out" else "Server"
    return ntlm.SIGNKEY(flags, key, mode), ARC4.new(ntlm.SEALKEY(flags, key, mode)).encrypt


def out(values):
    print(json.dumps({name: value.hex() if isinstance(value, bytes) else value for name, value in values.items()}))


def read():
    first = ntlm.NTLMAuthNegotiate()
    first.fromString(given["negotiate"])
    second = ntlm.NTLMAuthChallenge(given["challenge"])
    third = ntlm.NTLMAuthChallengeResponse()
    third.fromString(given["authenticate"])
    user, domain = third["user_name"].decode("utf-16le"), third["domain_name"].decode("utf-16le")
    key = ntlm.NTOWFv2(user, given["password"], domain)
    blob = third["ntlm"]
    proof = ntlm.hmac_md5(key, second["challenge"] + blob[16:])
    session = ntlm.generateEncryptedSessionKey(ntlm.hmac_md5(key, proof), third["session_key"])
    pairs = ntlm.AV_PAIRS(blob[44:])
    bare = given["authenticate"][:72] + bytes(16) + given["authenticate"][88:]
    flags = third["flags"]
    sign, handle = sealing(flags, session, "out")
    sealed, signature = ntlm.SEAL(flags, sign, None, given["message"], given["message"], 0, handle)
    back_sign, back_handle = sealing(flags, session, "in")
    back, back_signature = ntlm.SEAL(flags, back_sign, None, given["message"], given["message"], 0, back_handle)
    out({
        "flags": first["flags"], "user": user, "domain": domain, "proof": proof == blob[:16], "session": session,
        "mic": ntlm.hmac_md5(session, given["negotiate"] + given["challenge"] + bare),
        "target": pairs[ntlm.NTLMSSP_AV_TARGET_NAME][1].decode("utf-16le"),
        "sealed": sealed, "signature": signature.getData(), "back": back, "backSignature": back_signature.getData(),
    })


def begin():
    out({"negotiate": ntlm.getNTLMSSPType1("", "", True, use_ntlmv2=True).getData()})


def answer():
    first = ntlm.getNTLMSSPType1("", "", True, use_ntlmv2=True)
    third, session = ntlm.getNTLMSSPType3(
        first, given["challenge"], given["user"], given["password"], given["domain"], use_ntlmv2=True
    )
    sign, handle = sealing(third["flags"], session, "out")
    sealed, signature = ntlm.SEAL(third["flags"], sign, None, given["message"], given["message"], 0, handle)
    out({"authenticate": third.getData(), "sealed": sealed, "signature": signature.getData(), "session": session})


{"read": read, "begin": begin, "answer": answer}[sys.argv[1]]()
