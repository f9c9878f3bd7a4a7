/** Tests on a real Kubernetes, found through KUBECONFIG; each class works in a namespace of its own. */
@NullMarked
package dev.kindling.cluster;

import org.jspecify.annotations.NullMarked;
