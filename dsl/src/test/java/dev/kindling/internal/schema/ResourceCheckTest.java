package dev.kindling.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.diagnosis.ManifestProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"kubeflow", "apache", "schedule", "connect", "cluster"})
    void filesThatUseEachFieldAreRight(String name) {
        assertThat(problems(SampleFiles.text(name)))
                .filteredOn(ManifestProblem::isError)
                .isEmpty();
    }

    /** What is in the file, what is written instead; where the problem is, a part of why, a part of the fix. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // schema
                "kubeflow|    cores: 2|    coers: 2|spec.driver.coers|does not know|cores:",
                "kubeflow|    cores: 2|    cores: 0|spec.driver.cores|less than 1|cores: 1",
                "kubeflow|    cores: 2|    cores: \"2\"|spec.driver.cores|a whole number is asked for|cores: 2, without quotes",
                "kubeflow|  suspend: false|  suspend: \"no\"|spec.suspend|is a text where true or false|suspend: false",
                "kubeflow|      port: 8091|      port: 80|spec.monitoring.prometheus.port|less than 1024|port: 1024",
                "kubeflow|  type: Scala|  type: scala|spec.type|none of Java, Python, Scala, R|type: Scala",
                "kubeflow|    type: OnFailure|    type: onfail|spec.restartPolicy.type|none of|type: OnFailure",
                "kubeflow|shuffle.partitions: \"64\"|shuffle.partitions: 64|spec.sparkConf[\"spark.sql.shuffle.partitions\"]|is a whole number where a text|\"64\", in quotes",
                "kubeflow|mesh: \"on\"|mesh: on|spec.driver.serviceAnnotations.mesh|is true or false where a text|in quotes",
                "kubeflow|  sparkVersion: \"4.1.1\"|  sparkVersion:|spec.sparkVersion|is missing|sparkVersion: in spec",
                "kubeflow|      cpu: \"4\"|      cpu: [4]|spec.batchSchedulerOptions.resources.cpu|a text or a whole number|a text",
                "kubeflow|      cpu: \"4\"|      cpu: four|spec.batchSchedulerOptions.resources.cpu|no quantity|500m",
                "kubeflow|  labels:|  lables:|metadata.lables|does not know|labels:",
                "apache|  deploymentMode: ClusterMode|  suspend: true|spec.suspend|does not know|one of",
                "apache|minExecutors: 1|minExecutors: one|spec.applicationTolerations.instanceConfig.minExecutors|a whole number|minExecutors:",
                "apache|    sparkVersion: 4.1.1|    sparkVersion: 4.1|spec.runtimeVersions.sparkVersion|is a number where a text|\"4.1\", in quotes",
                "cluster|      initWorkers: 2|      initWorker: 2|spec.clusterTolerations.instanceConfig.initWorkers|is missing|initWorkers:",
                // pod templates
                "kubeflow|        priorityClassName: worker|        priorityClass: worker|spec.executor.template.spec.priorityClass|does not know|priorityClassName:",
                "kubeflow|        priorityClassName: worker|        hostNetwork: 1|spec.executor.template.spec.hostNetwork|true or false|hostNetwork:",
                "connect|          - name: spark-kubernetes-driver|          - image: x|spec.server.template.spec.containers[0].name|is missing|name:",
                // webhook and traps
                "kubeflow|name: ledger-close|name: Ledger.Close|metadata.name|DNS|name: ledger-close",
                "schedule|name: nightly|name: nightly-aggregation-of-all-the-ledgers-of-europe|metadata.name|at most 43|name: nightly",
                "connect|name: shared|name: 1shared|metadata.name|at most 56|name: shared",
                "kubeflow|mode: cluster|mode: client|spec.mode|cannot run|mode: cluster",
                "kubeflow|  memoryOverheadFactor: \"0.2\"|  nodeSelector: {a: b}|spec.driver.nodeSelector|the webhook refuses both|driver and executor only",
                "kubeflow|sparkVersion: \"4.1.1\"|sparkVersion: \"2.4.8\"|spec.executor.template|needs Spark 3|4.1.1",
                "kubeflow|spark.ui.retainedJobs|spark.kubernetes.container.image|spec.sparkConf[\"spark.kubernetes.container.image\"]|refused by the operator's webhook|image:",
                "kubeflow|spark.ui.retainedJobs|spark.kubernetes.namespace|spec.sparkConf[\"spark.kubernetes.namespace\"]|own namespace (etl)|metadata.namespace",
                "kubeflow|  image: registry.local/ledger:12|  pythonVersion: \"3\"|spec.image|is missing|image:",
                "kubeflow|minExecutors: 1|minExecutors: 11|spec.dynamicAllocation.minExecutors|more than maxExecutors|minExecutors: 10",
                "kubeflow|memory: 2g|memory: 2Gi|spec.driver.memory|no size that Spark reads|\"2g\"",
                "kubeflow|coreLimit: \"2\"|coreLimit: two|spec.driver.coreLimit|no quantity|coreLimit:",
                "kubeflow|      - name: reference\\n        mountPath|      - name: refrence\\n        mountPath|spec.driver.volumeMounts[0].name|no volume|name: reference",
                "kubeflow|      ingressURLFormat: \"{{$appName}}.example.com\"|      serviceType: ClusterIP|spec.driverIngressOptions[0].ingressURLFormat|is missing|ingressURLFormat:",
                "apache|deploymentMode: ClusterMode|deploymentMode: ClientMode|spec.deploymentMode|fails for ever|ClusterMode",
                "apache|jars: local:///app/ledger.jar|jars: local:///a.jar,local:///b.jar|spec.jars|one file|spark.jars",
                "apache|jars: local:///app/ledger.jar|pyFiles: local:///a.py,local:///b.py|spec.pyFiles|Python's runner|PythonRunner",
                "apache|spark.kubernetes.container.image:|spark.image:|spec.sparkConf[\"spark.kubernetes.container.image\"]|no image of its own|spark.kubernetes.container.image:",
                "apache|        parentRefs:\\n          - name: gateway|        hostnames: [a]|spec.driverHttpRouteList[0].httpRouteSpec.parentRefs|at run time|parentRefs:",
                "schedule|schedule: \"30 3 * * 1-5\"|schedule: \"at three\"|spec.schedule|no cron schedule|0 3",
                "schedule|timeZone: Europe/Berlin|timeZone: Europe/Berln|spec.timeZone|no time zone|timeZone: Europe/Berlin",
                "schedule|concurrencyPolicy: Forbid|concurrencyPolicy: forbid|spec.concurrencyPolicy|none of Allow|Forbid",
                "schedule|    memory: 1g|    memory: 1 gig|spec.template.driver.memory|no size|memory:",
                "cluster|      maxWorkers: 4|      maxWorkers: 1|spec.clusterTolerations.instanceConfig.initWorkers|not between|initWorkers: 1",
            })
    void whatIsWrong(String file, String before, String after, String path, String why, String fix) {
        var text = changed(file, before, after);

        assertThat(problems(text)).filteredOn(ManifestProblem::isError).anySatisfy(problem -> {
            assertThat(problem.place().path()).isEqualTo(path);
            assertThat(problem.why()).contains(why.equals("DNS") ? "first a letter" : why);
            assertThat(problem.lineToWrite()).contains(fix);
            assertThat(problem.place().line()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kubeflow|    serviceAccount: spark\\n|    serviceAccount:\\n|spec.driver.serviceAccount|runs as \"default\"",
                "kubeflow|    onFailureRetries: 3|    onFailureRetries:|spec.restartPolicy.onFailureRetries|never tried again",
                "kubeflow|    onFailureRetryInterval: 20|    onFailureRetryInterval:|spec.restartPolicy.onFailureRetryInterval|fails for ever",
                "kubeflow|  proxyUser: closer|  failureRetries: 3|spec.failureRetries|never read",
                "kubeflow|local:///app/extra.jar|s3a://lake/extra.jar|spec.deps.jars[0]|opened by the operator itself",
                "kubeflow|spark.ui.retainedJobs: \"50\"|spark.dynamicAllocation.enabled: \"true\"|spec.sparkConf[\"spark.dynamicAllocation.enabled\"]|exactly one executor",
                "kubeflow|    fs.s3a.endpoint:|    spark.hadoop.fs.s3a.endpoint:|spec.hadoopConf[\"spark.hadoop.fs.s3a.endpoint\"]|prefix twice",
                "kubeflow|spark.ui.retainedJobs|ui.retainedJobs|spec.sparkConf[\"ui.retainedJobs\"]|is ignored",
                "kubeflow|    podName: ledger-close-main|    envVars: {A: b}|spec.driver.envVars|deprecated",
                "kubeflow|  mainClass: ledger.Close||spec.mainClass|manifest",
                "apache|  proxyUser: closer|  files: local:///a|spec.files|never read",
                "apache|    spark.kubernetes.authenticate.driver.serviceAccountName: spark||spec.sparkConf[\"spark.kubernetes.authenticate.driver.serviceAccountName\"]|runs as \"default\"",
                "schedule|  concurrencyPolicy: Forbid||spec.concurrencyPolicy|no second run",
            })
    void whatIsDoubtful(String file, String before, String after, String path, String why) {
        var text = changed(file, before, Optional.ofNullable(after).orElse(""));

        assertThat(problems(text)).filteredOn(problem -> !problem.isError()).anySatisfy(problem -> {
            assertThat(problem.place().path()).isEqualTo(path);
            assertThat(problem.why()).contains(why);
            assertThat(problem.lineToWrite()).isNotBlank();
        });
    }

    @Test
    void everythingAtOnceInTheOrderOfTheText() {
        var text = SampleFiles.text("kubeflow")
                .replace("type: Scala", "type: Skala")
                .replace("cores: 2", "coers: 2")
                .replace("servicePort: 9999", "servicePort: none")
                .replace("sparkVersion: \"4.1.1\"", "");

        assertThat(problems(text))
                .filteredOn(ManifestProblem::isError)
                .extracting(problem -> problem.place().path())
                .containsExactly(
                        "spec.sparkVersion",
                        "spec.type",
                        "spec.driverIngressOptions[0].servicePort",
                        "spec.driver.coers");
    }

    @Test
    void aWrongValueThatMayBeNumberOrTextIsOneProblem() {
        var text = changed("kubeflow", "      cpu: \"4\"", "      cpu: true");

        assertThat(problems(text)).filteredOn(ManifestProblem::isError).hasSize(1);
    }

    @Test
    void secretsAreNotShown() {
        var text = changed("kubeflow", "spark.ui.retainedJobs: \"50\"", "spark.hadoop.fs.s3a.secret.key: 4711");

        assertThat(problems(text))
                .filteredOn(ManifestProblem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.value()).contains("redacted");
                    assertThat(problem.toString()).doesNotContain("4711");
                });
    }

    @Test
    void aNewerDefinitionIsTakenWhereThereIsOne() {
        JsonNode spec = JsonNodeFactory.instance.objectNode();
        ((ObjectNode) spec)
                .putObject("properties")
                .putObject("spec")
                .putObject("properties")
                .putObject("novelty");
        var newer = Schemas.of(kind -> Optional.of(spec).filter(any -> kind == ResourceKind.KUBEFLOW_APPLICATION));
        var document = SampleFiles.document(changed("kubeflow", "  proxyUser: closer", "  novelty: 1")
                .replaceAll("(?m)^  [a-mo-z].*\\n( {4}.*\\n)*", ""));

        assertThat(ResourceCheck.problems(document, ResourceKind.KUBEFLOW_APPLICATION, newer))
                .extracting(problem -> problem.place().path())
                .doesNotContain("spec.novelty");
        assertThat(ResourceCheck.problems(document, ResourceKind.KUBEFLOW_APPLICATION, Schemas.shipped()))
                .extracting(problem -> problem.place().path())
                .contains("spec.novelty");
    }

    @Test
    void aResourceWithoutTextHasPlacesWithoutLines() {
        var resource = SampleFiles.document(changed("apache", "cores: \"2\"", "cores: 2"))
                .root();

        assertThat(ResourceCheck.problems(resource, ResourceKind.APACHE_APPLICATION, Schemas.shipped()))
                .filteredOn(ManifestProblem::isError)
                .singleElement()
                .hasToString(
                        "spec.sparkConf[\"spark.executor.cores\"]: \"2\" is a whole number where a text is asked for; "
                                + "write spark.executor.cores: \"2\", in quotes");
    }

    private static String changed(String file, String before, String after) {
        var text = SampleFiles.text(file);
        var unescaped = before.replace("\\n", "\n");
        assertThat(text).contains(unescaped);
        int at = text.indexOf(unescaped);
        return text.substring(0, at) + after.replace("\\n", "\n") + text.substring(at + unescaped.length());
    }

    private static List<ManifestProblem> problems(String text) {
        var document = SampleFiles.document(text);
        var kind = ResourceKind.of(document.root()).orElseThrow();
        return ResourceCheck.problems(document, kind, Schemas.shipped());
    }
}
