package com.crewyard.recruiting.files.internal;

import com.crewyard.kernel.OrganizationId;
import java.util.Optional;

/** Where bytes lie, by organization and SHA-256. */
public interface BlobStore {

    /**
     * Returns once the bytes survive a crash of the process and of the machine. Putting what is there already does
     * nothing; a reader never sees a part.
     *
     * @throws BlobStoreException when the store refuses or cannot be reached
     */
    void put(OrganizationId organization, String sha256, byte[] bytes);

    /** Empty when there are none. */
    Optional<byte[]> read(OrganizationId organization, String sha256);
}
