package dev.kindling.internal.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.target.Operator;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What differs between the operators, or without one, for someone who submits to them and looks on. */
public interface Dialect {

    /** Those that a cluster may have. */
    List<Dialect> OF_OPERATORS = List.of(new KubeflowDialect(), new ApacheDialect());

    /** Without operator the driver's pod is the application. */
    Dialect OF_NONE = new NoOperatorDialect();

    /** Schedules, which only Kubeflow's operator has. */
    Dialect OF_SCHEDULES = new ScheduleDialect();

    /** An operator's options make no other dialect. */
    static Dialect of(Operator operator) {
        return OF_OPERATORS.stream()
                .filter(dialect -> dialect.operator().getClass() == operator.getClass())
                .findFirst()
                .orElse(OF_NONE);
    }

    /** Whose dialect it is. */
    Operator operator();

    /** How the operator is called in messages. */
    String product();

    /** The method of {@link Operator} that names it. */
    String call();

    /** Whether another operator, or none, could do the same. */
    default boolean hasCounterparts() {
        return true;
    }

    /** What to do where the name of a new one is taken. */
    default String whereNameIsTaken(String name) {
        return "take that one (Spark.applications(cluster).find(\"" + name + "\")), delete it (its .delete()),"
                + " give this one another name (Spark.application(\"" + name
                + "-2\")), or let a key name each run (.idempotencyKey(\"..\"))";
    }

    /** Label {@code app.kubernetes.io/name} of the operator's deployment, as its Helm chart writes it. */
    default String deployment() {
        return "spark-operator";
    }

    /** Where its applications are in the API. */
    ResourceDefinitionContext resource();

    /** The labels by which applications are told from other objects of the kind; empty where all are applications. */
    default String selector() {
        return "";
    }

    /** The plural with its group, as it stands in errors and in roles: both operators use the same plural. */
    default String resourceName() {
        var group = resource().getGroup();
        return resource().getPlural() + (group.isEmpty() ? "" : "." + group);
    }

    /** The label of all pods of an application, whose value is its name; pod names differ from operator to operator. */
    String nameLabel();

    /** What the custom resource says about its run. */
    RunStatus read(JsonNode application, Instant seen);

    /** What pods of one attempt have in common, and no others. */
    String attemptKey(Map<String, String> podLabels);

    /** Which attempt such pods are of, where the labels say it by themselves. */
    OptionalInt attemptNumber(Map<String, String> podLabels);
}
