'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const ASK_AGAIN_MS = 4_000;

/** Asks for the page again until the result is there; without script the reader does. */
export function StillWorking() {
  const { refresh } = useRouter();
  useEffect(() => {
    const asking = setInterval(refresh, ASK_AGAIN_MS);
    return () => clearInterval(asking);
  }, [refresh]);
  return (
    <p role="status" className="text-muted">
      Still fitting the model to each earlier year. The result appears here as soon as it is there; it is kept until new
      data are published.
    </p>
  );
}
