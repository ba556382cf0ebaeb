/** How actions stand with those who permit them. */
@org.jspecify.annotations.NullMarked
package org.tansiq.projections.permits;
