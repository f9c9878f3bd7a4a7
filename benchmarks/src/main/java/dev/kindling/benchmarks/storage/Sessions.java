package dev.kindling.benchmarks.storage;

import dev.kindling.benchmarks.harness.LiveJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sessions that write to a store, each in a JVM that stays. */
final class Sessions {

    private Sessions() {}

    static LiveJvm start(StorePeer peer, Address store, Duration limit) throws IOException {
        List<String> args = new ArrayList<>(List.of(peer.name()));
        args.addAll(store.args());
        return LiveJvm.start(StoreWork.class, limit, List.of(), args.toArray(String[]::new));
    }
}
