/**
 * Kubeflow's operator as of release 2.5.2: {@code SparkApplication} ({@code sparkoperator.k8s.io/v1beta2}) with its
 * states, retries, events and refusals. Not API.
 *
 * <p>{@code Transitions} holds the rules as pure functions, {@code KubeflowOperator} does what they say. Fields that
 * Kubeflow leaves to its pod webhook (env, volumes, tolerations, …) go into the pod templates here. Not run, and said
 * so in the status: R and client mode. Ingresses, batch schedulers and Prometheus are left out.
 * A {@code SparkConnect} is checked and stored, and keeps no status, as where this operator does not watch.
 */
@NullMarked
package dev.kindling.embedded.internal.operator.kubeflow;

import org.jspecify.annotations.NullMarked;
