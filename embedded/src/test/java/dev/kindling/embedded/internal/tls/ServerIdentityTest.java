package dev.kindling.embedded.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerIdentityTest {
    private final ServerIdentity identity = ServerIdentity.create();

    @Test
    void theServersCertificateIsTrustedThroughTheAuthorityOnly() throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate authority = (X509Certificate) factory.generateCertificate(
                new ByteArrayInputStream(identity.authorityPem().getBytes(StandardCharsets.US_ASCII)));
        X509Certificate own = identity.key().getCertificateChain("server")[0];
        PKIXParameters trust = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        trust.setRevocationEnabled(false);
        assertThat(CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(List.of(own)), trust))
                .isNotNull();
        assertThat(authority.getBasicConstraints()).isNotNegative();
        assertThat(own.getBasicConstraints()).isNegative();
        assertThat(own.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(own.getSubjectAlternativeNames().stream().map(name -> (Object) name.get(1)))
                .contains("127.0.0.1", "localhost", "kubernetes.default.svc");
    }

    @Test
    void everyStartHasItsOwn() {
        assertThat(ServerIdentity.create().authorityPem()).isNotEqualTo(identity.authorityPem());
    }

    @Test
    void theTokenIsFoundInItsHeaderOnlyAndShownNowhere() {
        BearerToken token = BearerToken.random();
        assertThat(token.reveal()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(token.isIn("Bearer " + token.reveal())).isTrue();
        assertThat(token.isIn("bearer " + token.reveal())).isTrue();
        assertThat(token.isIn("Bearer " + token.reveal() + "x")).isFalse();
        assertThat(token.isIn("Basic " + token.reveal())).isFalse();
        assertThat(token.isIn("")).isFalse();
        assertThat(token).hasToString("BearerToken(redacted)");
    }
}
