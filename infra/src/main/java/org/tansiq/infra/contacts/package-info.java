/** Who the contacts are that members lend each other: beside the log, where it can be deleted. */
@org.jspecify.annotations.NullMarked
package org.tansiq.infra.contacts;
