package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.volume.SparkProperties;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * What the entrypoint of Spark's image makes of {@code executor} and {@code driver}: the java command.
 *
 * @param jvm the java program and the options every JVM of the pod gets
 * @param jars Spark's, sorted
 * @param singleAddress true: the driver takes ports that are free instead of the fixed ones
 */
record SparkEntrypoint(List<String> jvm, List<Path> jars, boolean singleAddress) {

    private static final String JAVA_OPTION = "SPARK_JAVA_OPT_";

    static boolean understands(List<String> arguments) {
        return !arguments.isEmpty() && List.of("executor", "driver").contains(arguments.get(0));
    }

    /** @param properties the driver's {@code spark.properties}; empty for an executor */
    List<String> command(List<String> arguments, Map<String, String> environment, Properties properties) {
        return arguments.get(0).equals("executor")
                ? executor(environment)
                : driver(arguments.subList(1, arguments.size()), environment, properties);
    }

    /** Reads the file named by {@code --properties-file}. */
    static Properties properties(List<String> arguments, Path file) throws IOException {
        return arguments.contains("--properties-file")
                ? SparkProperties.parse(Files.readString(file))
                : new Properties();
    }

    private List<String> executor(Map<String, String> environment) {
        var options = new TreeMap<Integer, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith(JAVA_OPTION)) {
                options.put(Integer.parseInt(name.substring(JAVA_OPTION.length())), value);
            }
        });
        var command = new ArrayList<>(jvm);
        command.addAll(options.values());
        String memory = environment.getOrDefault("SPARK_EXECUTOR_MEMORY", "1g");
        command.addAll(List.of("-Xms" + memory, "-Xmx" + memory, "-cp", classPath(environment, "")));
        command.add("org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend");
        executorArguments().forEach((name, variable) -> {
            command.add(name);
            command.add(environment.getOrDefault(variable, ""));
        });
        return command;
    }

    private static Map<String, String> executorArguments() {
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("--driver-url", "SPARK_DRIVER_URL");
        arguments.put("--executor-id", "SPARK_EXECUTOR_ID");
        arguments.put("--cores", "SPARK_EXECUTOR_CORES");
        arguments.put("--app-id", "SPARK_APPLICATION_ID");
        arguments.put("--hostname", "SPARK_EXECUTOR_POD_IP");
        arguments.put("--resourceProfileId", "SPARK_RESOURCE_PROFILE_ID");
        arguments.put("--podName", "SPARK_EXECUTOR_POD_NAME");
        return arguments;
    }

    private List<String> driver(List<String> arguments, Map<String, String> environment, Properties properties) {
        String address = environment.getOrDefault("SPARK_DRIVER_BIND_ADDRESS", "127.0.0.1");
        var command = new ArrayList<>(jvm);
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(JavaOptions.split(properties.getProperty("spark.driver.defaultJavaOptions", "")));
        command.addAll(JavaOptions.split(properties.getProperty("spark.driver.extraJavaOptions", "")));
        command.add("-Xmx" + properties.getProperty("spark.driver.memory", "1g"));
        command.add("-cp");
        command.add(classPath(environment, properties.getProperty("spark.driver.extraClassPath", "")));
        command.add("org.apache.spark.deploy.SparkSubmit");
        settings(address).forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
        command.addAll(List.of("--deploy-mode", "client"));
        command.addAll(arguments);
        return command;
    }

    private Map<String, String> settings(String address) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("spark.driver.bindAddress", address);
        settings.put("spark.executorEnv.SPARK_DRIVER_POD_IP", address);
        if (singleAddress) {
            settings.put("spark.driver.host", address);
            settings.put("spark.driver.port", "0");
            settings.put("spark.driver.blockManager.port", "0");
            settings.put("spark.blockManager.port", "0");
            settings.put("spark.ui.port", "0");
        }
        return settings;
    }

    /**
     * The image's order but for the configuration folders, which go last: in front of the jars they would switch the
     * shared archive off. Spark's jars hold no file of these names, so nothing else is found.
     */
    private String classPath(Map<String, String> environment, String extra) {
        var first = Stream.of(extra, environment.getOrDefault("SPARK_CLASSPATH", ""));
        var own = jars.stream().map(Path::toString);
        var last = Stream.of(
                environment.getOrDefault("SPARK_CONF_DIR", ""), environment.getOrDefault("HADOOP_CONF_DIR", ""));
        return Stream.of(first, own, last)
                .flatMap(entries -> entries)
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
