package dev.kindling.embedded.internal.operator.driver;

import org.apache.spark.SparkConf;
import org.apache.spark.deploy.k8s.KubernetesDriverConf;
import org.apache.spark.util.SystemClock;
import scala.Option;

/** Spark's description of a driver, whose objects may be named by an operator instead of after the application. */
final class NamedDriverConf extends KubernetesDriverConf {

    private final DriverRequest request;

    NamedDriverConf(SparkConf conf, DriverRequest request) {
        super(
                conf,
                request.applicationId(),
                request.mainResource(),
                request.python() ? DriverRequest.PYTHON_RUNNER : request.mainClass(),
                request.arguments().toArray(String[]::new),
                Option.apply(request.proxyUser()),
                new SystemClock());
        this.request = request;
    }

    @Override
    public String resourceNamePrefix() {
        var own = request.resourcePrefix();
        return own == null ? super.resourceNamePrefix() : own;
    }
}
