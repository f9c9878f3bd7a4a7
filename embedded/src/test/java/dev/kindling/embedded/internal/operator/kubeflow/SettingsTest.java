package dev.kindling.embedded.internal.operator.kubeflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final String API = "https://127.0.0.1:6443";

    @Test
    void fieldsOfTheResourceBecomeSettings() {
        assertThat(Settings.of(Applications.nightly(), "s-1", API))
                .containsEntry("spark.app.name", "nightly")
                .containsEntry("spark.kubernetes.namespace", "etl")
                .containsEntry("spark.kubernetes.container.image", "spark:4.1.1")
                .containsEntry("spark.driver.memory", "512m")
                .containsEntry("spark.executor.instances", "3")
                .containsEntry("spark.executor.cores", "2")
                .containsEntry("spark.kubernetes.authenticate.driver.serviceAccountName", "spark")
                .containsEntry("spark.kubernetes.driver.pod.name", "nightly-driver")
                .containsEntry("spark.kubernetes.driver.master", API);
    }

    @Test
    void bothRolesCarryKubeflowsLabelsAndThoseOfTheApplication() {
        assertThat(Settings.of(Applications.nightly(), "s-1", API))
                .containsAllEntriesOf(Map.of(
                        "spark.kubernetes.driver.label.sparkoperator.k8s.io/app-name", "nightly",
                        "spark.kubernetes.executor.label.sparkoperator.k8s.io/submission-id", "s-1",
                        "spark.kubernetes.executor.label.team", "census"));
    }

    @Test
    void theFieldWinsOverTheSameThingInSparkConf() {
        var application =
                Applications.nightly("sparkConf: {spark.executor.memory: 9g, spark.sql.shuffle.partitions: '8'}");

        assertThat(Settings.of(application, "s-1", API))
                .containsEntry("spark.executor.memory", "1g")
                .containsEntry("spark.sql.shuffle.partitions", "8");
    }

    @Test
    void filesOfThisMachineNeedNoUpload() {
        var application = Applications.nightly(
                "deps: {jars: ['/lib/a.jar', 'file:///lib/b.jar', 'https://x/c.jar'], packages: ['g:a:1']}");

        assertThat(Settings.of(application, "s-1", API))
                .containsEntry(
                        "spark.jars", "local:///lib/a.jar,local:///lib/b.jar,https://x/c.jar,local:///app/etl.jar")
                .containsEntry("spark.jars.packages", "g:a:1");
    }

    @Test
    void executorsGetTheApplicationsJarButNotItsPythonFile() {
        assertThat(Settings.of(Applications.nightly(), "s-1", API)).containsEntry("spark.jars", "local:///app/etl.jar");
        assertThat(Settings.of(Applications.nightly("type: Python"), "s-1", API))
                .doesNotContainKey("spark.jars");
    }

    @Test
    void dynamicAllocationTracksShufflesUnlessToldOtherwise() {
        var application = Applications.nightly("dynamicAllocation: {enabled: true, minExecutors: 1, maxExecutors: 4}");

        assertThat(Settings.of(application, "s-1", API))
                .containsEntry("spark.dynamicAllocation.enabled", "true")
                .containsEntry("spark.dynamicAllocation.maxExecutors", "4")
                .containsEntry("spark.dynamicAllocation.shuffleTracking.enabled", "true");
    }
}
