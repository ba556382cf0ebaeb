/** How often one may ask. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.limits;
