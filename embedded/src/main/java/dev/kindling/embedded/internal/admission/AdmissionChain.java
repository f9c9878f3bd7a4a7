package dev.kindling.embedded.internal.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Admission;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceType;
import java.util.ArrayList;
import java.util.List;

/** The rules in the order a cluster applies them: the first refusal is the answer. */
public final class AdmissionChain implements Admission {
    private final List<Admission> rules;

    public AdmissionChain(List<Admission> rules) {
        this.rules = List.copyOf(rules);
    }

    public static AdmissionChain standard() {
        return new AdmissionChain(List.of(
                new NamespaceRule(), new Defaults(), new ServiceAccountRule(), new Validation(), new QuotaRule()));
    }

    /** The same rules and one more behind them, as webhooks are asked behind what is built in. */
    public AdmissionChain and(Admission rule) {
        List<Admission> more = new ArrayList<>(rules);
        more.add(rule);
        return new AdmissionChain(more);
    }

    @Override
    public void admitCreate(ObjectStore store, ResourceType type, ObjectNode object) {
        rules.forEach(rule -> rule.admitCreate(store, type, object));
    }

    @Override
    public void admitUpdate(ObjectStore store, ResourceType type, ObjectNode current, ObjectNode changed) {
        rules.forEach(rule -> rule.admitUpdate(store, type, current, changed));
    }

    @Override
    public void admitDelete(ResourceType type, ObjectNode object) {
        rules.forEach(rule -> rule.admitDelete(type, object));
    }
}
