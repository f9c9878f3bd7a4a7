package dev.kindling.embedded.internal.tls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The one secret that opens the server: 256 random bits, new at every start. */
public final class BearerToken {
    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private final String value;

    private BearerToken(String value) {
        this.value = value;
    }

    public static BearerToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret itself: for the kubeconfig file and the pods' token files only. */
    public String reveal() {
        return value;
    }

    /** Takes as long for a nearly right header as for a wrong one. */
    public boolean isIn(String authorizationHeader) {
        if (!authorizationHeader.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] given = authorizationHeader.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "BearerToken(redacted)";
    }
}
