package dev.kindling.embedded.internal.kubelet;

import dev.kindling.embedded.internal.kubelet.cluster.ClusterObjects;
import dev.kindling.embedded.internal.kubelet.cluster.PodEvents;
import dev.kindling.embedded.internal.kubelet.image.ImageCatalog;
import dev.kindling.embedded.internal.kubelet.image.SparkImage;
import dev.kindling.embedded.internal.kubelet.log.PodLogFiles;
import dev.kindling.embedded.internal.kubelet.network.PodAddresses;
import dev.kindling.embedded.internal.kubelet.network.ServiceHosts;
import dev.kindling.embedded.internal.kubelet.volume.ClaimFolders;
import dev.kindling.embedded.internal.kubelet.volume.ServiceAccountFiles;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all pods of a kubelet share.
 *
 * @param loop the kubelet's one thread: everything about pods happens on it
 */
record PodServices(
        KubeletConfig config,
        ScheduledExecutorService loop,
        ClusterObjects objects,
        PodEvents events,
        ImageCatalog images,
        PodAddresses addresses,
        ServiceHosts hosts,
        ClaimFolders claims,
        ServiceAccountFiles account,
        PodLogFiles logs,
        SparkImage image,
        ContainerStarter starter) {}
