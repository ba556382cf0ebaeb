/** What operators see of an installation, and do about it. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.operations;
