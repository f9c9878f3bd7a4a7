package dev.kindling.embedded.internal.controller;

import dev.kindling.embedded.internal.store.StoreEvent;

/** Reacts to changes, one at a time and in their order; what it writes comes back to it as further changes. */
interface Controller {
    void handle(StoreEvent event);
}
