package dev.kindling.internal.conf;

import dev.kindling.internal.plan.RawConf;
import dev.kindling.internal.plan.WorkloadPlan;
import dev.kindling.run.Setting;
import dev.kindling.run.Setting.Origin;
import java.util.List;

/** What Kindling sets of its own accord. */
final class KindlingConf {
    /** Spark's default, enough for small plans; larger ones are asked for in one go. */
    private static final int SMALLEST_BATCH = 10;

    private KindlingConf() {}

    /** Settings that a raw one may replace. */
    static List<Setting> defaults(WorkloadPlan plan) {
        int batch = Math.max(SMALLEST_BATCH, plan.executors().count().atStart());
        return List.of(
                kindling(
                        "spark.kubernetes.allocation.batch.size",
                        String.valueOf(batch),
                        "all executors are asked for at once; Spark's 10 a second delays larger plans"),
                kindling(
                        "spark.rpc.io.connectionCreationTimeout",
                        "3s",
                        "an executor tries the driver three times: it gives up after 9 s where packets are dropped"),
                kindling(
                        "spark.rpc.lookupTimeout",
                        "10s",
                        "the same where something accepts and never answers; askTimeout stays, jobs need it"));
    }

    /** Settings that nothing replaces: each keeps Spark from ending this JVM. */
    static List<Setting> duties() {
        return List.of(
                kindling("spark.ui.port", "0", "Spark ends the JVM if a fixed UI port is taken"),
                kindling(
                        RawConf.MAX_FAILURES,
                        String.valueOf(Integer.MAX_VALUE),
                        "Spark ends the JVM at its limit; Kindling counts failures and stops the session itself"),
                kindling(
                        RawConf.RATIO,
                        "0",
                        "Spark would wait without a word; Kindling waits for executors and shows progress"));
    }

    /** Both ends prove that they know the secret, and encrypt. */
    static List<Setting> encryption(RpcSecret secret) {
        return List.of(
                kindling("spark.authenticate", "true", "secure by default"),
                kindling(
                        "spark.authenticate.secret.driver.file",
                        secret.driverFile().toString(),
                        "the driver reads the secret from a file only this user can read"),
                kindling(
                        "spark.authenticate.secret.executor.file",
                        secret.podPath(),
                        "never read; set, it keeps Spark from writing the secret into the pod's spec"),
                kindling(
                        "spark.kubernetes.executor.secretKeyRef._SPARK_AUTH_SECRET",
                        secret.secretName() + ":" + secret.secretKey(),
                        "executors get the secret by reference"),
                kindling("spark.network.crypto.enabled", "true", "secure by default"),
                kindling("spark.network.crypto.authEngineVersion", "2", "version 1 has no key derivation"),
                kindling("spark.network.crypto.saslFallback", "false", "no peer may talk us down to less"));
    }

    private static Setting kindling(String key, String value, String why) {
        return new Setting(key, value, Origin.KINDLING, why);
    }
}
