package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.OrganizationId;

/** Each organization's own place for indexes. */
interface IndexStores {

    IndexStore of(OrganizationId organization);
}
