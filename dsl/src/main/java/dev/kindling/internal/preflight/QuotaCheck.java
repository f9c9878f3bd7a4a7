package dev.kindling.internal.preflight;

import dev.kindling.diagnosis.Account;
import dev.kindling.diagnosis.Clue;
import dev.kindling.diagnosis.Finding;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the quotas of the namespace leave room for what the run asks for at its start, all pods together. */
final class QuotaCheck {

    private QuotaCheck() {}

    static Check of(KubernetesClient client, String namespace, List<Demand> demands) {
        return new Check(
                "quotas",
                () -> Answer.found(
                        "quotas",
                        problems(
                                client.resourceQuotas()
                                        .inNamespace(namespace)
                                        .list()
                                        .getItems(),
                                demands)));
    }

    static List<Answer.Problem> problems(List<ResourceQuota> quotas, List<Demand> demands) {
        return quotas.stream()
                .filter(quota -> quota.getStatus() != null && !isForSomePodsOnly(quota))
                .flatMap(quota -> tooLittle(quota, demands))
                .map(account -> new Answer.Problem(Finding.QuotaExceeded::new, account))
                .toList();
    }

    private static boolean isForSomePodsOnly(ResourceQuota quota) {
        var spec = quota.getSpec();
        return spec != null && (!spec.getScopes().isEmpty() || spec.getScopeSelector() != null);
    }

    private static Stream<Account> tooLittle(ResourceQuota quota, List<Demand> demands) {
        return of(quota.getStatus().getHard()).entrySet().stream().flatMap(hard -> {
            var asked = sum(hard.getKey(), demands);
            var all = Quantity.getAmountInBytes(hard.getValue());
            var used = Optional.ofNullable(of(quota.getStatus().getUsed()).get(hard.getKey()))
                    .map(Quantity::getAmountInBytes)
                    .orElse(BigDecimal.ZERO);
            return asked.add(used).compareTo(all) > 0
                    ? Stream.of(account(quota, hard.getKey(), asked.compareTo(all) > 0, asked, demands))
                    : Stream.empty();
        });
    }

    private static BigDecimal sum(String counted, List<Demand> demands) {
        return demands.stream().flatMap(demand -> demand.of(counted).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Certain only where a start waits for more than the quota could ever give. */
    private static Account account(
            ResourceQuota quota, String counted, boolean never, BigDecimal asked, List<Demand> demands) {
        var hard = of(quota.getStatus().getHard()).get(counted);
        var used = of(quota.getStatus().getUsed()).getOrDefault(counted, new Quantity("0"));
        var certain = never && demands.stream().allMatch(Demand::awaited);
        var name = quota.getMetadata().getName();
        var what = "Quota " + name + " allows " + hard + " of " + counted + " in all; the run asks for "
                + asked.stripTrailingZeros().toPlainString() + " at its start";
        var account = (certain ? Account.certain("quota-exceeded", what) : Account.probable("quota-exceeded", what))
                .seen(new Clue(
                        "ResourceQuota " + quota.getMetadata().getNamespace() + "/" + name,
                        "status." + counted,
                        "used " + used + " of " + hard,
                        null))
                .why(never ? "it is more than the quota could ever give" : "others use some of it now")
                .write(
                        ".executors(ExecutorPlan.of(n)) with fewer or smaller executors, or have the quota raised",
                        "spark.executor.instances");
        return never ? account : account.mayPass();
    }

    private static Map<String, Quantity> of(Map<String, Quantity> amounts) {
        return amounts == null ? Map.of() : amounts;
    }
}
