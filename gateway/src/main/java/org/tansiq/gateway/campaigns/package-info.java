@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.campaigns;
