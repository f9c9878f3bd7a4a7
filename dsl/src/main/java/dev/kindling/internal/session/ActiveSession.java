package dev.kindling.internal.session;

import dev.kindling.diagnosis.SessionActiveException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * The one session of this JVM: Spark allows one {@code SparkContext} a JVM.
 *
 * <p>Spark makes some of our classes itself, by name ({@link SessionPodsAllocator}); they find their session here.
 */
final class ActiveSession {

    private static final AtomicReference<@Nullable ActiveSession> CURRENT = new AtomicReference<>();

    private final String name;
    private volatile @Nullable OAuthTokenProvider token;
    private volatile Consumer<KubernetesClientException> onRefusal = refusal -> {};

    private ActiveSession(String name) {
        this.name = name;
    }

    /**
     * Makes the caller the one session.
     *
     * @throws SessionActiveException naming the session that is there already
     */
    static ActiveSession claim(String name) {
        ActiveSession mine = new ActiveSession(name);
        ActiveSession other = CURRENT.compareAndExchange(null, mine);
        if (other != null) {
            throw new SessionActiveException(other.name, name);
        }
        Option<SparkContext> foreign = activeContext();
        if (foreign.isDefined()) {
            CURRENT.set(null);
            throw new SessionActiveException(foreign.get().appName(), name);
        }
        return mine;
    }

    /** A context that the program made itself. */
    private static Option<SparkContext> activeContext() {
        return org.apache.spark.SparkContext$.MODULE$.getActive();
    }

    static Optional<ActiveSession> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Where Spark's own client must take its token from; empty: from the user's kubeconfig or service account. */
    Optional<OAuthTokenProvider> token() {
        return Optional.ofNullable(token);
    }

    void token(OAuthTokenProvider provider) {
        token = provider;
    }

    /** Who wants to know that the API server refuses a pod: Spark only logs it and asks again. */
    void onRefusal(Consumer<KubernetesClientException> listener) {
        onRefusal = listener;
    }

    void refused(KubernetesClientException refusal) {
        onRefusal.accept(refusal);
    }

    void release() {
        CURRENT.compareAndSet(this, null);
    }
}
