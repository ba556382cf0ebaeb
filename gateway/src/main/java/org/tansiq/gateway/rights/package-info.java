/** Who may see what: one policy for every way out. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.rights;
