/** Whether an action may take place where and when it is meant to, and how long before one must ask. */
@org.jspecify.annotations.NullMarked
package org.tansiq.domain.permits;
