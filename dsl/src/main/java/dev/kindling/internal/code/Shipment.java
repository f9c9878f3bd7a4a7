package dev.kindling.internal.code;

import dev.kindling.internal.bootstrap.Bootstrap;
import dev.kindling.internal.bootstrap.Order;
import dev.kindling.internal.check.SpecCheck;
import dev.kindling.internal.plan.ApplicationPlan;
import dev.kindling.internal.plan.Dependencies;
import dev.kindling.internal.plan.Program;
import dev.kindling.internal.plan.ProgramKind;
import dev.kindling.storage.CodeStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An application whose code is on this machine, as one whose code is in a store, and what is to be brought there for it.
 * Operators open neither further jars nor files of a store (Kubeflow's opens them itself, without keys; Apache's takes one
 * jar), but leave the main file to the driver: so that is a bootstrap, which fetches the rest. Asks nothing; to be closed
 * when all is brought.
 */
public final class Shipment implements AutoCloseable {
    private final ApplicationPlan plan;
    private final Optional<CodeStore> store;
    private final Optional<LocalCode> code;

    private Shipment(ApplicationPlan plan, Optional<CodeStore> store, Optional<LocalCode> code) {
        this.plan = plan;
        this.store = store;
        this.code = code;
    }

    /**
     * Of a plan without store, or without anything to bring, it is the plan itself.
     *
     * @throws dev.kindling.diagnosis.InvalidSpecException if something is wrong with the plan; nothing was read then
     */
    public static Shipment of(ApplicationPlan plan) {
        var store = plan.code().store();
        if (store.isEmpty() || !hasLocalCode(plan)) {
            return new Shipment(plan, Optional.empty(), Optional.empty());
        }
        SpecCheck.application(plan);
        var code = new LocalCode();
        try {
            var own = OwnClassPath.of(plan.code());
            var packages = Packages.resolve(plan.workload(), ImageJars.of(plan.code()));
            var leftOut = Stream.concat(own.leftOut().stream(), packages.leftOut().stream());
            var packing = new Packing(
                    own.addedTo(plan),
                    packages,
                    store.get(),
                    code,
                    leftOut.distinct().sorted().toList());
            return new Shipment(packing.shipped(), store, Optional.of(code));
        } catch (RuntimeException e) {
            code.close();
            throw e;
        }
    }

    private static boolean hasLocalCode(ApplicationPlan plan) {
        var needed = plan.workload().dependencies();
        return Stream.of(
                        plan.program().mainFile().stream(),
                        plan.program().pyFiles().stream(),
                        needed.jars().stream(),
                        needed.files().stream(),
                        needed.packages().stream().map(any -> ""))
                .flatMap(Function.identity())
                .anyMatch(LocalFiles::isLocal);
    }

    /** As it is rendered and submitted. */
    public ApplicationPlan plan() {
        return plan;
    }

    /** Empty: there is nothing to bring. */
    public Optional<CodeStore> store() {
        return store;
    }

    /** Each once. */
    public List<Content> contents() {
        return code.map(LocalCode::all).orElse(List.of());
    }

    @Override
    public void close() {
        code.ifPresent(LocalCode::close);
    }

    /** One plan's. */
    private record Packing(
            ApplicationPlan plan, Packages packages, CodeStore store, LocalCode code, List<String> notBrought) {

        ApplicationPlan shipped() {
            var program = plan.program();
            if (program.kind() == ProgramKind.R) {
                return plan.program(
                        program.mainFile(program.mainFile().map(this::uri).orElseThrow()));
            }
            var bootstrapped = program.kind() == ProgramKind.PYTHON ? python(program) : jvm(program);
            return plan.workload(plan.workload().dependencies(Dependencies.NONE).without(Packages.KEYS))
                    .program(bootstrapped);
        }

        private Program jvm(Program program) {
            var jars = Stream.concat(program.mainFile().stream(), jars()).distinct();
            var order = new Order(
                    program.mainClass().orElseThrow(),
                    jars.map(this::uri).toList(),
                    plan.workload().dependencies().files().stream()
                            .map(this::uri)
                            .toList(),
                    leftOut(),
                    program.arguments());
            return program.mainClass(Bootstrap.class.getName())
                    .mainFile(uri(code.bootstrap()))
                    .arguments(order.toArguments());
        }

        private Program python(Program program) {
            var order = new ArrayList<String>();
            add("--main", program.mainFile().stream(), order);
            add("--py-file", program.pyFiles().stream(), order);
            add("--jar", jars(), order);
            add("--file", plan.workload().dependencies().files().stream(), order);
            order.add("--");
            order.addAll(program.arguments());
            return Program.NONE
                    .kind(ProgramKind.PYTHON)
                    .mainFile(uri(code.pythonBootstrap()))
                    .arguments(order);
        }

        private void add(String option, Stream<String> files, List<String> order) {
            files.map(this::uri).forEach(uri -> order.addAll(List.of(option, uri)));
        }

        private Stream<String> jars() {
            var needed = plan.workload().dependencies();
            return Stream.concat(needed.jars().stream(), packages.jars().stream())
                    .distinct();
        }

        /** In the store, as its arguments would be too many. */
        private Optional<String> leftOut() {
            return notBrought.isEmpty() ? Optional.empty() : Optional.of(uri(code.text("left-out.txt", notBrought)));
        }

        private String uri(String location) {
            return LocalFiles.find(location).map(code::of).map(this::uri).orElse(location);
        }

        private String uri(Content content) {
            return store.folder() + "/" + content.path();
        }
    }
}
