"""Writes the payload of every TCP packet that others send to the given ports, or get from there: FILE PORT..."""
import socket
import struct
import sys

ETH_P_ALL, SO_RCVBUFFORCE = 3, 33
file, ports = sys.argv[1], {int(port) for port in sys.argv[2:]}
packets = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
packets.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 64 << 20)
with open(file, "wb", buffering=0) as out:
    print("capturing", flush=True)
    while True:
        frame, source = packets.recvfrom(1 << 17)
        if source[0] == "lo" or len(frame) < 54 or frame[12:14] != b"\x08\x00" or frame[23] != socket.IPPROTO_TCP:
            continue
        tcp = 14 + (frame[14] & 15) * 4
        if ports.intersection(struct.unpack("!HH", frame[tcp : tcp + 4])):
            out.write(frame[tcp + (frame[tcp + 12] >> 4) * 4 :])
