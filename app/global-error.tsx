'use client';

/** Stands in for the whole page where even the frame failed: no component of ours is used. */
export default function GlobalError({ error }: { error: { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <main>
          <h1>Stead could not show this page</h1>
          <p>Reload the page. If it happens again, report it with the reference {error.digest ?? 'none'}.</p>
        </main>
      </body>
    </html>
  );
}
