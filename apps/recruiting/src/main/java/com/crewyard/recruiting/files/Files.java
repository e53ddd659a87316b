package com.crewyard.recruiting.files;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.Problem;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.files.internal.BlobStore;
import com.crewyard.recruiting.files.internal.FileStore;
import com.crewyard.recruiting.files.internal.Sha256;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The stored files of the organization in scope. Bytes of one organization are never another's, even when equal. */
@Service
public class Files {

    private static final Logger log = LoggerFactory.getLogger(Files.class);

    private final BlobStore blobs;
    private final FileStore rows;
    private final TransactionOperations transactions;

    Files(BlobStore blobs, FileStore rows, TransactionOperations transactions) {
        this.blobs = blobs;
        this.rows = rows;
        this.transactions = transactions;
    }

    /**
     * Keeps the bytes durably, then writes them down in the caller's transaction, or in one of its own. The same bytes
     * again are the same file, with the media type they had first.
     */
    public StoredFile put(byte[] bytes, String mediaType) {
        OrganizationId organization = Tenancy.required();
        StoredFile file = new StoredFile(Sha256.of(bytes), bytes.length, mediaType);
        blobs.put(organization, file.sha256(), bytes);
        return transactions.execute(_ -> rows.insert(file));
    }

    public Optional<StoredFile> find(String sha256) {
        return transactions.execute(_ -> rows.find(sha256));
    }

    /**
     * The bytes, checked against their name.
     *
     * @throws CrewyardException when the organization has no such file, or its bytes are gone or damaged
     */
    public byte[] read(String sha256) {
        if (find(sha256).isEmpty()) {
            throw CrewyardException.notFound("File", sha256);
        }
        byte[] bytes = blobs.read(Tenancy.required(), sha256).orElseThrow(() -> unavailable(sha256, "missing"));
        if (!Sha256.of(bytes).equals(sha256)) {
            throw unavailable(sha256, "damaged");
        }
        return bytes;
    }

    private static CrewyardException unavailable(String sha256, String condition) {
        log.atError()
                .addKeyValue("event", "file.unavailable")
                .addKeyValue("organization", Tenancy.required().value())
                .addKeyValue("sha256", sha256)
                .log("The stored bytes are {}", condition);
        return CrewyardException.of(
                Problem.UNAVAILABLE,
                "The bytes of file %s are %s in the file storage; ask your administrator to restore them from a backup."
                        .formatted(sha256, condition));
    }
}
