package dev.kindling.shell.life;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A SparkApplication of Kubeflow's operator, as people write them. */
record Resource(
        String name, List<String> arguments, String image, String jar, String events, String driver, String executor) {
    static Resource of(String name, List<String> arguments) {
        return new Resource(name, arguments, "", "", "", "", "");
    }

    Resource image(String reference) {
        return new Resource(name, arguments, reference, jar, events, driver, executor);
    }

    Resource jar(Path path) {
        return new Resource(name, arguments, image, "local://" + path, events, driver, executor);
    }

    /** The folder of event logs. */
    Resource events(Path folder) {
        var settings =
                """
                sparkConf:
                  spark.eventLog.enabled: "true"
                  spark.eventLog.dir: %s
                """;
        return new Resource(name, arguments, image, jar, settings.formatted(folder.toUri()), driver, executor);
    }

    /** More of the driver's and the executor's fields, a line each. */
    Resource roles(String ofDriver, String ofExecutor) {
        return new Resource(name, arguments, image, jar, events, ofDriver, ofExecutor);
    }

    String yaml() {
        return """
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: SparkApplication
                metadata:
                  name: %s
                spec:
                  type: Java
                  mode: cluster
                  sparkVersion: 4.1.1
                  image: %s
                  imagePullPolicy: IfNotPresent
                  mainClass: %s
                  mainApplicationFile: %s
                  arguments: [%s]
                %s  restartPolicy:
                    type: Never
                  driver:
                    cores: 1
                    coreRequest: 100m
                    memory: 512m
                %s  executor:
                    instances: 1
                    cores: 1
                    coreRequest: 100m
                    memory: 512m
                %s"""
                .formatted(
                        name,
                        image,
                        RoundsJob.class.getName(),
                        jar,
                        arguments.stream().map(each -> '"' + each + '"').collect(Collectors.joining(", ")),
                        events.indent(2),
                        driver.indent(4),
                        executor.indent(4));
    }
}
