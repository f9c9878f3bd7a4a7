package dev.kindling.internal.session;

import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;

/**
 * A configuration whose Spark UI listens on loopback while RPC listens where executors reach it.
 *
 * <p>Spark takes the UI's address from the environment variable {@code SPARK_LOCAL_IP}, read through {@code getenv} of
 * its configuration ({@code WebUI.bind}); no setting exists. {@code SparkContext} clones the configuration that it is
 * given, hence {@link #clone()}. The history server does the same.
 */
public final class LoopbackUiConf extends SparkConf {

    private static final long serialVersionUID = 1L;
    private static final String LOOPBACK = "127.0.0.1";

    public LoopbackUiConf() {
        super(false); // System properties named spark.* belong to whoever set them, not to this session.
    }

    @Override
    public @Nullable String getenv(String name) {
        return switch (name) {
            case "SPARK_LOCAL_IP", "SPARK_PUBLIC_DNS" -> LOOPBACK;
            default -> super.getenv(name);
        };
    }

    @Override
    public SparkConf clone() {
        LoopbackUiConf copy = new LoopbackUiConf();
        for (scala.Tuple2<String, String> entry : getAll()) {
            copy.set(entry._1(), entry._2());
        }
        return copy;
    }
}
