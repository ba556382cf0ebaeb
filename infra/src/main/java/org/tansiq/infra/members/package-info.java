/** Accounts of people, kept beside the log: what is here can be erased, and no event holds any of it. */
@org.jspecify.annotations.NullMarked
package org.tansiq.infra.members;
