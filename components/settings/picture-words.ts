/** Words of the pictures of saved posts. */
export const pictureWords = {
  label: 'Keep a picture of each post saved as a story',
  hint: 'What the page shows of the post, cropped to it, goes to your team with the story. Others may stand in it too, as on the page.',
  when: 'Browsers allow it only once you have used our button, the right-click menu or Alt+Shift+S on that page.',
};
