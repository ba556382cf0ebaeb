/** By which secret addresses calendars are read, kept beside the accounts: hashes only. */
@org.jspecify.annotations.NullMarked
package org.tansiq.infra.feeds;
