# Creates a pod, watches it to its end, prints each phase and the log, and deletes it.
from kubernetes import client, config, watch

config.load_kube_config()
api = client.CoreV1Api()
container = client.V1Container(name="main", image="kindling/spark:4.1.1", command=["sh", "-c", "echo from the pod"])
spec = client.V1PodSpec(containers=[container], restart_policy="Never")
api.create_namespaced_pod("default", client.V1Pod(metadata=client.V1ObjectMeta(name="python"), spec=spec))
stream = watch.Watch()
phases = []
for event in stream.stream(
    api.list_namespaced_pod, "default", field_selector="metadata.name=python", timeout_seconds=60
):
    phase = event["object"].status.phase
    if phase not in phases:
        phases.append(phase)
    if phase in ("Succeeded", "Failed"):
        stream.stop()
print(",".join(phases))
print(api.read_namespaced_pod_log("python", "default"), end="")
api.delete_namespaced_pod("python", "default")
