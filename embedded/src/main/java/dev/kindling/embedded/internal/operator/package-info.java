/**
 * The operator of the embedded Kubernetes: runs Kubeflow's {@code SparkApplication} resources ({@code
 * sparkoperator.k8s.io/v1beta2}) and writes their status as that operator's release 2.5.2 does. Not API.
 *
 * <p>Fields that Kubeflow leaves to its webhook (env, volumes, tolerations, …) go into the pod templates here, so they
 * work without one. Restart policies other than {@code Never}, {@code suspend} and R are refused in the status. The
 * Apache dialect ({@code spark.apache.org/v1}) is not run: such a resource is stored and keeps no status, as on a
 * cluster where that operator is missing.
 */
@NullMarked
package dev.kindling.embedded.internal.operator;

import org.jspecify.annotations.NullMarked;
