/**
 * Which rights a run uses: the one source of the Roles that specs render, of {@code docs/rbac*.yaml} and of what preflight
 * asks for. Pure. Not API.
 */
@NullMarked
package dev.kindling.internal.rights;

import org.jspecify.annotations.NullMarked;
