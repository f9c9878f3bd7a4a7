package dev.kindling.shell;

import java.util.Optional;

/** What {@code --on} names: where a sample is to run. */
sealed interface Place {
    /** This JVM, with so many threads. */
    record InThisJvm(int threads) implements Place {
        @Override
        public String toString() {
            return "local[" + threads + "]";
        }
    }

    /** The Kubernetes in this JVM whose pods are processes. */
    record Embedded() implements Place {
        @Override
        public String toString() {
            return "embedded Kubernetes";
        }
    }

    /** A real Kubernetes: the kubeconfig's current context, or the one named. */
    record Cluster(Optional<String> context) implements Place {
        @Override
        public String toString() {
            return context.map(name -> "Kubernetes context " + name).orElse("the current Kubernetes context");
        }
    }

    /** Reads {@code local}, {@code local:4}, {@code embedded}, {@code cluster} or {@code cluster:CONTEXT}. */
    static Place parse(String text) {
        var colon = text.indexOf(':');
        var kind = colon < 0 ? text : text.substring(0, colon);
        var detail = colon < 0 ? Optional.<String>empty() : Optional.of(text.substring(colon + 1));
        if (kind.equals("local")) {
            return new InThisJvm(detail.map(threads -> threads(text, threads)).orElse(2));
        }
        if (text.equals("embedded")) {
            return new Embedded();
        }
        if (kind.equals("cluster") && !detail.equals(Optional.of(""))) {
            return new Cluster(detail);
        }
        throw unknown(text);
    }

    private static int threads(String text, String number) {
        if (!number.matches("[1-9][0-9]{0,3}")) {
            throw unknown(text);
        }
        return Integer.parseInt(number);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "'" + text
                        + "' is no place to run. Write --on local, --on local:4 (threads), --on embedded, --on cluster or --on cluster:CONTEXT");
    }
}
