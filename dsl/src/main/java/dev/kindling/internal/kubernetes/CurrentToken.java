package dev.kindling.internal.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The token that one client configuration stands for, kept fresh the way that configuration says (a kubeconfig file
 * read again, an exec plugin run again), for a second client that must not look for credentials of its own.
 *
 * <p>Thread-safe.
 */
public final class CurrentToken implements OAuthTokenProvider {

    /** As often as fabric8's own clients look. */
    private static final Duration REFRESH_AFTER = Duration.ofMinutes(1);

    private final Config source;
    private Instant refreshed = Instant.now();
    private @Nullable String token;

    /** The token of the given configuration, from now on. */
    public CurrentToken(Config source) {
        this.source = source;
        this.token = tokenOf(source);
    }

    @Override
    public synchronized @Nullable String getToken() {
        if (source.getOauthTokenProvider() != null) {
            return source.getOauthTokenProvider().getToken();
        }
        if (source.getFile() != null && Instant.now().isAfter(refreshed.plus(REFRESH_AFTER))) {
            refreshed = Instant.now();
            token = tokenOf(source.refresh());
        }
        return token;
    }

    private static @Nullable String tokenOf(Config config) {
        return config.getOauthToken() != null ? config.getOauthToken() : config.getAutoOAuthToken();
    }
}
