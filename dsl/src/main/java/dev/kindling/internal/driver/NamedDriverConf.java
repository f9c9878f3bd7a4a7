package dev.kindling.internal.driver;

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
                request.program().resource(),
                request.program().mainClass(),
                request.program().arguments().toArray(String[]::new),
                Option.apply(request.program().proxyUser().orElse(null)),
                new SystemClock());
        this.request = request;
    }

    @Override
    public String resourceNamePrefix() {
        return request.resourcePrefix().orElseGet(super::resourceNamePrefix);
    }
}
