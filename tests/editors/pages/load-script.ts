/** Runs a script as pages have it, for editors that find their other parts beside their own script. */
export async function loadScript(src: string): Promise<void> {
  const script = document.createElement('script');
  script.src = src;
  const isLoaded = new Promise((resolve) => script.addEventListener('load', resolve));
  document.head.append(script);
  await isLoaded;
}
