package dev.kindling.embedded.internal.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Issues the certificate of one embedded server (EC P-256, ECDSA with SHA-256). Made at every start; its private key
 * is never written anywhere and is gone with this object.
 */
final class CertificateAuthority {
    private static final Duration VALID_FOR = Duration.ofDays(3650);
    /** For clocks that are a little behind. */
    private static final Duration VALID_SINCE = Duration.ofHours(1);

    private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final String FIRST_GENERALIZED_TIME = "2050";
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    CertificateAuthority(String name) throws GeneralSecurityException {
        this.name = name;
        this.keys = newKeys();
        byte[] mayOnlySign = Der.bits(1, (byte) 0b0000_0110);
        this.certificate = sign(
                name,
                keys.getPublic(),
                List.of(
                        extension("2.5.29.19", true, Der.sequence(Der.yes())),
                        extension("2.5.29.15", true, mayOnlySign),
                        extension("2.5.29.14", false, Der.octets(keyId(keys.getPublic())))));
    }

    X509Certificate certificate() {
        return certificate;
    }

    X509Certificate issue(String subject, PublicKey key, List<String> dnsNames, List<InetAddress> addresses)
            throws GeneralSecurityException {
        byte[] mayOnlyAgree = Der.bits(7, (byte) 0b1000_0000);
        byte[] serverOnly = Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"));
        byte[] authority = Der.sequence(Der.contextPrimitive(0, keyId(keys.getPublic())));
        return sign(
                subject,
                key,
                List.of(
                        extension("2.5.29.15", true, mayOnlyAgree),
                        extension("2.5.29.37", false, serverOnly),
                        extension("2.5.29.17", false, alternativeNames(dnsNames, addresses)),
                        extension("2.5.29.14", false, Der.octets(keyId(key))),
                        extension("2.5.29.35", false, authority)));
    }

    static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate sign(String subject, PublicKey key, List<byte[]> extensions)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] body = Der.sequence(
                Der.context(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, new SecureRandom()).add(BigInteger.ONE)),
                ECDSA_SHA256,
                distinguishedName(name),
                Der.sequence(time(now.minus(VALID_SINCE)), time(now.plus(VALID_FOR))),
                distinguishedName(subject),
                key.getEncoded(),
                Der.context(3, Der.sequence(extensions.toArray(byte[][]::new))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        byte[] encoded = Der.sequence(body, ECDSA_SHA256, Der.bits(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static byte[] alternativeNames(List<String> dnsNames, List<InetAddress> addresses) {
        byte[] names = Der.concat();
        for (String dns : dnsNames) {
            byte[] ascii = dns.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            names = Der.concat(names, Der.contextPrimitive(DNS_NAME, ascii));
        }
        for (InetAddress address : addresses) {
            names = Der.concat(names, Der.contextPrimitive(IP_ADDRESS, address.getAddress()));
        }
        return Der.sequence(names);
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value))
                : Der.sequence(Der.oid(oid), Der.octets(value));
    }

    private static byte[] distinguishedName(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8(commonName))));
    }

    /** The leftmost 160 bits of a SHA-256, RFC 7093. */
    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 20);
    }

    /** RFC 5280: UTCTime up to 2049, GeneralizedTime after. Digits only: a formatter costs 50 ms at the start. */
    private static byte[] time(Instant instant) {
        String digits = instant.truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:T]", "");
        return digits.compareTo(FIRST_GENERALIZED_TIME) < 0
                ? Der.utcTime(digits.substring(2))
                : Der.generalizedTime(digits);
    }
}
