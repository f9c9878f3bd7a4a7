package dev.kindling.embedded.internal.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.X509KeyManager;

/** Who the server is on the wire, and whom its clients have to trust. The private key stays in memory. */
public final class ServerIdentity {
    private static final List<String> NAMES =
            List.of("localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc");

    private final X509KeyManager key;
    private final X509Certificate authority;

    private ServerIdentity(X509KeyManager key, X509Certificate authority) {
        this.key = key;
        this.authority = authority;
    }

    /** A new identity for the loopback address and the names that stand for it. */
    public static ServerIdentity create() {
        try {
            CertificateAuthority authority = new CertificateAuthority("kindling-embedded-ca");
            KeyPair pair = CertificateAuthority.newKeys();
            List<InetAddress> addresses = List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            X509Certificate own = authority.issue("kindling-embedded", pair.getPublic(), NAMES, addresses);
            return new ServerIdentity(
                    new OneKey(pair.getPrivate(), own, authority.certificate()), authority.certificate());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("No certificate could be made with this JDK's EC keys: " + e, e);
        }
    }

    public X509KeyManager key() {
        return key;
    }

    /** What clients trust, as PEM. */
    public String authorityPem() {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
