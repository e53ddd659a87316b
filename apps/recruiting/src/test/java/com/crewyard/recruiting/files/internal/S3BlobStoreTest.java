package com.crewyard.recruiting.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.kernel.OrganizationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real S3-compatible server that speaks HTTP. */
class S3BlobStoreTest extends BlobStoreContract {

    private static final byte[] BYTES = {1, 2, 3};

    private static S3Server server;
    private static S3BlobStore store;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start("crewyard-test");
        store = new S3BlobStore(settings("crewyard-test"));
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Test
    void namesTheBucketThatIsMissing() {
        try (S3BlobStore other = new S3BlobStore(settings("no-such-bucket"))) {
            assertThatThrownBy(() -> other.put(new OrganizationId(1), Sha256.of(BYTES), BYTES))
                    .isInstanceOf(BlobStoreException.class)
                    .hasMessageContaining("no-such-bucket");
        }
    }

    @Test
    void neverShowsItsSecret() {
        assertThat(settings("crewyard-test")).asString().doesNotContain("very secret");
    }

    private static S3Settings settings(String bucket) {
        return new S3Settings(
                bucket, server.endpoint().toString(), "eu-central-1", "crewyard/", true, "key", "very secret");
    }
}
