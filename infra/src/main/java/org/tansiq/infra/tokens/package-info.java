/** What programs come in with, kept beside the accounts: hashes only. */
@org.jspecify.annotations.NullMarked
package org.tansiq.infra.tokens;
