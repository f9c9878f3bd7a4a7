package dev.kindling.embedded.internal.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The few ASN.1 values (DER encoded) a certificate is made of: the JDK reads certificates but offers no way to write one. */
final class Der {
    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, concat(parts));
    }

    static byte[] set(byte[]... parts) {
        return tagged(0x31, concat(parts));
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] yes() {
        return tagged(0x01, new byte[] {(byte) 0xff});
    }

    static byte[] utf8(String text) {
        return tagged(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] octets(byte[] content) {
        return tagged(0x04, content);
    }

    /** @param unusedBits how many of the last byte's low bits do not count */
    static byte[] bits(int unusedBits, byte... content) {
        return tagged(0x03, concat(new byte[] {(byte) unusedBits}, content));
    }

    static byte[] generalizedTime(String digitsAndZ) {
        return tagged(0x18, digitsAndZ.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] utcTime(String digitsAndZ) {
        return tagged(0x17, digitsAndZ.getBytes(StandardCharsets.US_ASCII));
    }

    /** A value with a tag of the certificate's own numbering, holding other values. */
    static byte[] context(int number, byte[] content) {
        return tagged(0xa0 | number, content);
    }

    /** The same, holding plain bytes. */
    static byte[] contextPrimitive(int number, byte[] content) {
        return tagged(0x80 | number, content);
    }

    /** An object identifier such as {@code 2.5.29.17}. */
    static byte[] oid(String dotted) {
        String[] parts = dotted.split("\\.");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(parts[0]) * 40 + Integer.parseInt(parts[1]));
        for (int i = 2; i < parts.length; i++) {
            out.writeBytes(base128(Integer.parseInt(parts[i])));
        }
        return tagged(0x06, out.toByteArray());
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] base128(int value) {
        int length = 1;
        while (value >> (7 * length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int seven = (value >> (7 * (length - 1 - i))) & 0x7f;
            bytes[i] = (byte) (i < length - 1 ? seven | 0x80 : seven);
        }
        return bytes;
    }

    private static byte[] tagged(int tag, byte[] content) {
        return concat(new byte[] {(byte) tag}, length(content.length), content);
    }

    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return length < 0x100
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }
}
