package dev.kindling.embedded.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.embedded.internal.store.Meta;
import dev.kindling.embedded.internal.store.ObjectStore;
import dev.kindling.embedded.internal.store.ResourceRegistry;
import dev.kindling.embedded.internal.store.ResourceType;
import dev.kindling.embedded.internal.store.StatusException;
import dev.kindling.embedded.internal.table.TableRenderer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** From a request to the code that answers it; a path that nobody knows is answered with 404 and touches nothing. */
final class Router {
    private static final Set<String> HEALTH = Set.of("/healthz", "/livez", "/readyz");
    private static final Set<String> NOT_OFFERED = Set.of("exec", "attach", "proxy");

    private final Vertx vertx;
    private final ObjectStore store;
    private final ResourceRegistry registry;
    private final PodLogs logs;
    private final TableRenderer tables;
    private final Discovery discovery;
    private final OpenApi openApi;
    private final ReadVerbs reads;
    private final WriteVerbs writes;
    private final DeleteVerbs deletes;
    private final Watches watches;
    private final PortForwards portForwards;

    Router(Vertx vertx, ObjectStore store, ResourceRegistry registry, PodLogs logs) {
        this.vertx = vertx;
        this.store = store;
        this.registry = registry;
        this.logs = logs;
        this.tables = new TableRenderer(registry);
        this.discovery = new Discovery(registry);
        this.openApi = new OpenApi(discovery);
        this.reads = new ReadVerbs(store);
        this.writes = new WriteVerbs(store);
        this.deletes = new DeleteVerbs(store);
        this.watches = new Watches(vertx, store);
        this.portForwards = new PortForwards(vertx);
    }

    void route(HttpServerRequest request) {
        if (request.method() == HttpMethod.GET) {
            read(request);
        } else {
            RequestBody.collect(request, body -> Responses.send(request, () -> write(request, body)));
        }
    }

    private void read(HttpServerRequest request) {
        if (HEALTH.contains(request.path())) {
            request.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/plain").end("ok");
            return;
        }
        Optional<ObjectNode> described = discovery.at(request.path()).or(() -> openApi.at(request.path()));
        if (described.isPresent()) {
            Responses.send(request, () -> Answer.ok(described.get()));
            return;
        }
        ResourcePath path = parse(request);
        Query query = new Query(request.params());
        Representation form = Representation.of(request, path.type(), tables);
        if (path.isOfPod("log")) {
            log(request, path, query);
        } else if (path.isOfPod("portforward")) {
            portForwards.open(request, pod(path), query);
        } else if (query.isWatch() && path.subresource().isEmpty()) {
            watches.open(request, watched(path), query(path, query), form);
        } else if (path.isCollection()) {
            Responses.send(request, () -> reads.list(path, query, form));
        } else if (path.isObject() || path.isStatus()) {
            Responses.send(request, () -> reads.get(path, form));
        } else {
            throw notServed(path);
        }
    }

    private Answer write(HttpServerRequest request, Buffer body) {
        Optional<ResourceType> review = Reviews.at(request.path()).filter(type -> request.method() == HttpMethod.POST);
        if (review.isPresent()) {
            return Reviews.answer(review.get(), body);
        }
        ResourcePath path = parse(request);
        Query query = new Query(request.params());
        Representation form = Representation.of(request, path.type(), tables);
        boolean whole = path.isObject() || path.isStatus();
        return switch (request.method().name()) {
            case "POST" -> post(path, query, body, form);
            case "PUT" -> whole ? writes.replace(path, query, body, form) : refuse(path);
            case "PATCH" -> whole ? writes.patch(path, query, contentType(request), body, form) : refuse(path);
            case "DELETE" -> delete(path, query, body, form);
            default -> throw StatusException.methodNotAllowed();
        };
    }

    private Answer post(ResourcePath path, Query query, Buffer body, Representation form) {
        if (path.isOfPod("eviction")) {
            return deletes.evict(path, query, body);
        }
        boolean placed = !path.type().namespaced() || !path.namespace().isEmpty();
        return path.isCollection() && placed ? writes.create(path, query, body, form) : refuse(path);
    }

    private Answer delete(ResourcePath path, Query query, Buffer body, Representation form) {
        if (path.isObject()) {
            return deletes.delete(path, query, body, form);
        }
        return path.isCollection() ? deletes.deleteCollection(path, query, body, form) : refuse(path);
    }

    private void log(HttpServerRequest request, ResourcePath path, Query query) {
        ObjectNode pod = pod(path);
        LogRequest wanted = LogRequest.of(pod, query);
        PodLogs.ContainerLog log = logs.find(path.namespace(), Meta.name(pod), wanted.container())
                .orElseThrow(() -> LogRequest.notStarted(pod, wanted.container()));
        try {
            LogStream.send(vertx, log, wanted, request.response());
        } catch (IOException e) {
            throw StatusException.internal("the log cannot be read: " + e);
        }
    }

    private ObjectNode pod(ResourcePath path) {
        return store.get(path.type(), path.namespace(), path.name())
                .orElseThrow(() -> StatusException.notFound(path.type(), path.name()));
    }

    private ResourcePath parse(HttpServerRequest request) {
        return ResourcePath.parse(registry, request.path()).orElseThrow(StatusException::unknownPath);
    }

    /** A watch of one object is a watch of its collection with a field selector. */
    private static ResourcePath watched(ResourcePath path) {
        return new ResourcePath(path.type(), path.namespace(), "", "");
    }

    private static Query query(ResourcePath path, Query query) {
        if (path.isObject()) {
            query.parameters().set("fieldSelector", "metadata.name=" + path.name());
        }
        return query;
    }

    private static Answer refuse(ResourcePath path) {
        throw path.subresource().isEmpty() || path.isStatus() ? StatusException.methodNotAllowed() : notServed(path);
    }

    private static StatusException notServed(ResourcePath path) {
        return NOT_OFFERED.contains(path.subresource())
                ? StatusException.notOffered("the embedded Kubernetes does not offer "
                        + path.type().plural() + "/" + path.subresource() + ": its pods are processes of this machine")
                : StatusException.unknownPath();
    }

    private static String contentType(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE)).orElse("");
    }
}
